/// The command line: where the process begins, and the one place that wires modules together.
@NullMarked
package dev.cairn.cli;

import org.jspecify.annotations.NullMarked;
