package io.pilothouse.api;

import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** Explains what the server turns away before anything of the console sees it: below {@code /api} as a problem, else as it does by itself. */
public final class ServerProblems extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ServerProblems.class);

    /** Nothing of the request is in it, so nothing needs to be escaped. */
    private static final String PROBLEM = """
            {"title":"The address cannot be understood","status":%d,"detail":"Nothing was looked up. Names that are more than \
            letters, digits and ._@:- stand in an address as ~ and their base64url; every object's own address is in its field self."}
            """;

    /** Made by the server, by name. */
    public ServerProblems() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (!concernsPrograms(request) || response.getContentWritten() > 0) {
            super.report(request, response, thrown);
        } else if (response.getStatus() >= 400 && response.setErrorReported()) {
            explain(response);
        }
    }

    private static boolean concernsPrograms(Request request) {
        return Optional.ofNullable(request.getRequestURI())
                .filter(address -> address.startsWith("/api"))
                .isPresent();
    }

    private static void explain(Response response) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(PROBLEM.formatted(response.getStatus()));
            response.finishResponse();
        } catch (IOException e) {
            log.debug("Whoever asked has gone", e);
        }
    }
}
