// SPDX-License-Identifier: MIT
// The count of claims, as tests/run.sh reads it: what does not hold is told, and
// a line closes with both numbers.

export class Claims {
  passed = 0;
  failed = 0;
  // What is being judged: "example-uk, en-GB: ".
  about = "";

  // "most" lines are told of what is wrong.
  constructor(most = 12) {
    this.most = most;
  }

  // "details": lines, or a text of them.
  claim(ok, text, details = []) {
    if (ok) {
      this.passed++;
      return;
    }
    this.failed++;
    const lines = Array.isArray(details) ? details : String(details).split("\n").filter((l) => l !== "");
    console.log(`not ok - ${this.about}${text}`);
    for (const line of lines.slice(0, this.most)) console.log(`#   ${line}`);
    if (lines.length > this.most) console.log(`#   and ${lines.length - this.most} more`);
  }

  // A claim that holds when the list of what is wrong is empty.
  none(wrong, text) {
    this.claim(wrong.length === 0, text, wrong);
  }

  // Prints the closing line and ends the process: nothing claimed is a failure.
  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 && this.passed > 0 ? 0 : 1);
  }
}
