package io.parley.query.api;

import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicPaths;
import io.parley.edge.publicchat.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// A database that does not answer now is a reason to ask again, not an error of ours.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAdvice.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
  void away(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.warn("{} could not be answered: {}", request.getRequestURI(), e.getMessage());
    String text =
        PublicPaths.isPublic(request.getRequestURI())
            ? Text.UNAVAILABLE.in(Language.of(request))
            : "This cannot be read at the moment: try again.";
    Problem.unavailable("unavailable", text, RETRY_AFTER_SECONDS).write(request, response);
  }
}
