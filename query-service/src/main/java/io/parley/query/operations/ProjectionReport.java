package io.parley.query.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.query.fresh.Rebuilds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What an operator sees of one projection.
///
/// @param state what it does on this instance
/// @param reason why it cannot work on this instance, if it cannot
/// @param follows the partitions that this instance follows
/// @param lag how many records of these partitions it has not applied; none when that is not
///   known
/// @param positions the next offset of each partition, whichever instance follows it
/// @param stoppedAt where it stands, on whichever instance
/// @param skips what operators decided to skip
/// @param outdated why its rows are not yet what this version makes of the log; empty when they
///   are
/// @param rebuild how the building of new tables stands
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record ProjectionReport(
    String state,
    @Nullable String reason,
    List<Integer> follows,
    @Nullable Long lag,
    Map<Integer, Long> positions,
    List<Standing.Stop> stoppedAt,
    List<Standing.Skip> skips,
    List<String> outdated,
    Rebuilds.Status rebuild) {}
