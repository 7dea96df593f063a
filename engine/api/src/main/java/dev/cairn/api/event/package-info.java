/// What happens while a plan is applied; every view reads these.
@NullMarked
package dev.cairn.api.event;

import org.jspecify.annotations.NullMarked;
