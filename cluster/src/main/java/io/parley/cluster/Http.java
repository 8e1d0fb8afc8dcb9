package io.parley.cluster;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Whether somebody answers well, for checks that are made often and of processes that may be
/// paused.
final class Http {
  private static final int PATIENCE_MS = 2_000;

  private Http() {}

  static boolean isOk(int port, String path) {
    try {
      var address = URI.create("http://" + FreePorts.HOST + ":" + port + path).toURL();
      var connection = (HttpURLConnection) address.openConnection();
      connection.setConnectTimeout(PATIENCE_MS);
      connection.setReadTimeout(PATIENCE_MS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
