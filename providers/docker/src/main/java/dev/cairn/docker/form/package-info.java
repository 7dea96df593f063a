/// The forms of attribute values: as written, the normal one, the Engine API's. Pure.
@NullMarked
package dev.cairn.docker.form;

import org.jspecify.annotations.NullMarked;
