/// Where commands become events: one writer for each partition.
@NullMarked
package io.parley.command.shard;

import org.jspecify.annotations.NullMarked;
