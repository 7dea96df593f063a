/// Tests of whole runs.
@NullMarked
package dev.cairn.core.run;

import org.jspecify.annotations.NullMarked;
