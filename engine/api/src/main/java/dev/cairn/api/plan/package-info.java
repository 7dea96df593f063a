/// A plan is a graph of steps, each one action on one object with the calls that it declares.
@NullMarked
package dev.cairn.api.plan;

import org.jspecify.annotations.NullMarked;
