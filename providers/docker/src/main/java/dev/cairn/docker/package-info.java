/// The Docker provider: engines, and what runs on them.
@NullMarked
package dev.cairn.docker;

import org.jspecify.annotations.NullMarked;
