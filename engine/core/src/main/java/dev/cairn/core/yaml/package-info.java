/// YAML with positions: anchors, aliases and merge keys resolved, scalars as they are written.
@NullMarked
package dev.cairn.core.yaml;

import org.jspecify.annotations.NullMarked;
