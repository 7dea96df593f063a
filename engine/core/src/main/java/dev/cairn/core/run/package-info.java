/// Whole runs: plan, apply, destroy, verify; what a command calls.
@NullMarked
package dev.cairn.core.run;

import org.jspecify.annotations.NullMarked;
