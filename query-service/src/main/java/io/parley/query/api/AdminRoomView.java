package io.parley.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.schemas.view.RoomView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as the marketplace's staff sees it in lists.
///
/// @param reports how many open reports there are
/// @param found what was searched for
record AdminRoomView(
    @JsonUnwrapped RoomView room,
    long reports,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Found> found) {}
