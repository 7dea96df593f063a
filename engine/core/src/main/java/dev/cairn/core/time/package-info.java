/// The clock and the sleeper, injected so that tests need not wait.
@NullMarked
package dev.cairn.core.time;

import org.jspecify.annotations.NullMarked;
