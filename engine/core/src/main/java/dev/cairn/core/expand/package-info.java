/// From a stack to desired resources: evaluation in dependency order. Pure.
@NullMarked
package dev.cairn.core.expand;

import org.jspecify.annotations.NullMarked;
