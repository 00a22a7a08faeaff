"""`python -m counterclaim` is the command `counterclaim`."""

from counterclaim.cli import main

if __name__ == "__main__":
    main()
