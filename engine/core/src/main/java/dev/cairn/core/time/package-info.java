/// The clock and the sleeper, injected so that tests need not wait; and the end of what runs beside
/// others.
@NullMarked
package dev.cairn.core.time;

import org.jspecify.annotations.NullMarked;
