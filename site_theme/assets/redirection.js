/* An address that has moved: with a script the place inside the page is kept, which `<meta http-equiv="refresh">` loses. */
"use strict";

location.replace(document.currentScript.dataset.vers + location.search + location.hash);
