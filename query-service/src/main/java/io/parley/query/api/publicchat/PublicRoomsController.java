package io.parley.query.api.publicchat;

import io.parley.query.publicroom.PublicRoom;
import io.parley.query.publicroom.PublicRooms;
import io.parley.query.publicroom.PublicTotals;
import io.parley.schemas.PublicTime;
import io.parley.schemas.view.PublicRoomView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The rooms that are not hidden.
@RestController
class PublicRoomsController {
  private static final String SUCCESS = "success";
  private static final int POPULAR = 10;

  /// What `public-rooms/` shows at most; `rooms/` has them all, page by page.
  private static final int MOST_LISTED = 1_000;

  private final PublicAnswers answers;
  private final PublicRooms rooms;
  private final PublicTotals totals;

  PublicRoomsController(PublicAnswers answers, PublicRooms rooms, PublicTotals totals) {
    this.answers = answers;
    this.rooms = rooms;
    this.totals = totals;
  }

  @GetMapping("/api/public-rooms")
  ResponseEntity<Object> listed(HttpServletRequest request) {
    return answers.of(
        request,
        () -> {
          var found = rooms.busiest(MOST_LISTED).stream().map(ListedRoom::of).toList();
          return new Rooms<>(SUCCESS, found.size(), found);
        });
  }

  @GetMapping("/api/rooms")
  ResponseEntity<Object> page(HttpServletRequest request) {
    return answers.of(
        request,
        () ->
            PublicPaging.of(
                request,
                totals.listedRooms(),
                (offset, size) ->
                    rooms.newest(offset, size).stream().map(PublicRoomsController::view).toList()));
  }

  @GetMapping("/api/rooms/popular")
  ResponseEntity<Object> popular(HttpServletRequest request) {
    return answers.of(
        request,
        () -> {
          var found = rooms.busiest(POPULAR).stream().map(PublicRoomsController::view).toList();
          return new Rooms<>(SUCCESS, found.size(), found);
        });
  }

  @GetMapping("/api/rooms/{roomId}")
  ResponseEntity<Object> one(@PathVariable String roomId, HttpServletRequest request) {
    return answers.of(
        request,
        () ->
            Wanted.uuid(roomId)
                .flatMap(rooms::findListed)
                .map(PublicRoomsController::view)
                .orElseThrow(new Wanted(request)::notFound));
  }

  private static PublicRoomView view(PublicRoom room) {
    return PublicRoomView.of(
        room.roomId(),
        room.settings(),
        Math.toIntExact(room.onlineUsers()),
        room.totalMessages(),
        room.createdAt(),
        room.updatedAt());
  }

  record Rooms<T>(String status, int count, List<T> rooms) {}

  record ListedRoom(
      UUID id,
      String name,
      @Nullable String description,
      long onlineUsers,
      long totalMessages,
      int maxUsers,
      String createdAt,
      String updatedAt) {
    static ListedRoom of(PublicRoom room) {
      return new ListedRoom(
          room.roomId(),
          room.settings().name(),
          room.settings().description(),
          room.onlineUsers(),
          room.totalMessages(),
          room.settings().maxUsers(),
          PublicTime.zulu(room.createdAt()),
          PublicTime.zulu(room.updatedAt()));
    }
  }
}
