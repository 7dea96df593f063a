@NullMarked
package dev.cairn.core.plan.order;

import org.jspecify.annotations.NullMarked;
