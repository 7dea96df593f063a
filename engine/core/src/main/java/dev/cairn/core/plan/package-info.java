/// The planner. Pure: no I/O, no clock, no threads.
@NullMarked
package dev.cairn.core.plan;

import org.jspecify.annotations.NullMarked;
