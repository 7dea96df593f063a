/// What people and programs see: text, JSON, progress. Views read data and decide nothing.
@NullMarked
package dev.cairn.cli.views;

import org.jspecify.annotations.NullMarked;
