/// What helps to word problems.
@NullMarked
package dev.cairn.core.diagnostic;

import org.jspecify.annotations.NullMarked;
