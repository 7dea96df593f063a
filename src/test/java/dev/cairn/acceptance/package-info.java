/// Whole systems, run as users run them.
@NullMarked
package dev.cairn.acceptance;

import org.jspecify.annotations.NullMarked;
