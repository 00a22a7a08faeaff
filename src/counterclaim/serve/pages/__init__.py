"""One module a page: from an open ledger and what the address asks for to the page's record. No HTML, no HTTP."""
