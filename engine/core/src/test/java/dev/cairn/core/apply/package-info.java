/// Tests of the applier.
@NullMarked
package dev.cairn.core.apply;

import org.jspecify.annotations.NullMarked;
