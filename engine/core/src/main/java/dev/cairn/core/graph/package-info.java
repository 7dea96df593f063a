/// Directed graphs: order, cycles. Pure.
@NullMarked
package dev.cairn.core.graph;

import org.jspecify.annotations.NullMarked;
