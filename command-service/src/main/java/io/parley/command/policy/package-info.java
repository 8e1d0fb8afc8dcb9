/// Reactions: events of one aggregate that lead to commands to another.
@NullMarked
package io.parley.command.policy;

import org.jspecify.annotations.NullMarked;
