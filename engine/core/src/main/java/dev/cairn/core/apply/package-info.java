/// The applier: carries out the steps of a plan and decides nothing.
@NullMarked
package dev.cairn.core.apply;

import org.jspecify.annotations.NullMarked;
