/// The repository's own settings: `cairn.yaml`.
@NullMarked
package dev.cairn.core.project;

import org.jspecify.annotations.NullMarked;
