// Runs jsii's kernel without the process that is usually between it and Java. The kernel reads and writes file descriptor 3:
// bin/kernel makes that standard input, and what is written to it goes to standard output here. What programs print goes to
// standard error, wrapped as jsii's bin/jsii-runtime.ts does it.
"use strict";
const fs = require("fs");

const write = fs.writeSync;
fs.writeSync = (descriptor, ...rest) => write(descriptor === 3 ? 1 : descriptor, ...rest);

for (const stream of ["stdout", "stderr"]) {
  process[stream].write = (chunk, encoding, callback) => {
    const bytes = Buffer.from(chunk, typeof encoding === "string" ? encoding : undefined);
    write(2, `${JSON.stringify({ [stream]: bytes.toString("base64") })}\n`);
    const written = typeof encoding === "function" ? encoding : callback;
    if (written) {
      process.nextTick(written);
    }
    return true;
  };
}

// With the budget of bin/kernel, optimizing CloudFormation's validation pays for itself: it begins beyond some hundred
// templates. Other WebAssembly in Node.js is never worth it.
if (process.execArgv.includes("--liftoff-only")) {
  const { Module } = WebAssembly;
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      require("v8").setFlagsFromString("--no-liftoff-only");
      super(bytes);
    }
  };
}

require(require("path").resolve(process.argv[2]));
