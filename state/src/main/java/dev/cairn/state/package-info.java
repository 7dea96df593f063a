/// What all state stores share: their paths, their problems, the local folder and the digest key.
@NullMarked
package dev.cairn.state;

import org.jspecify.annotations.NullMarked;
