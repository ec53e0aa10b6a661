// Unpacks Chromium 109 and prints its path; its libraries are those of the system's own Chromium.

import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());
