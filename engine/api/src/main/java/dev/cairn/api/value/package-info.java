/// Values as Cairn sees them: known, unknown and sensitive, and the shapes that they have.
@NullMarked
package dev.cairn.api.value;

import org.jspecify.annotations.NullMarked;
