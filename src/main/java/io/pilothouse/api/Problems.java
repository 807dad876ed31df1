package io.pilothouse.api;

import io.pilothouse.api.json.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong below {@code /api} is answered as a problem (RFC 9457): what failed, what it means and what to do. */
@RestControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String BASIC = "Basic realm=\"Pilothouse\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Pilothouse\"";
    private static final String DESCRIPTION = Addresses.BASE + "/openapi.json says what there is.";
    private static final String SOON = "1";

    /** @throws Exception what happened to a page, which is not answered here */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith("/api")) {
            throw failure;
        }
        return switch (failure) {
            case Refusal refusal -> refused(refusal);
            case AuthenticationServiceException _ ->
                retryLater(
                        "Kubernetes cannot say whose the token is",
                        "Nobody can sign in with a bearer token meanwhile. Try again; it is asked anew each time.");
            case AuthenticationException _ -> notSignedIn(request);
            case AccessDeniedException _ -> answer(HttpStatus.FORBIDDEN, "You may not do this", "Nothing was changed.");
            case RequestRejectedException _ ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        "The address cannot be understood",
                        "Nothing was looked up. Names that are more than letters, digits and ._@:- stand in an address as ~ and "
                                + "their base64url; every object's own address is in its field self.");
            case HttpMessageNotReadableException _ ->
                answer(HttpStatus.BAD_REQUEST, "The body cannot be understood", "Nothing was changed. " + DESCRIPTION);
            case ErrorResponse error -> standard(error);
            default -> unexpected(failure, request);
        };
    }

    private static ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        String detail = Optional.ofNullable(refusal.getMessage()).orElse("");
        return refusal.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? retryLater(refusal.title(), detail)
                : answer(refusal.status(), HttpHeaders.EMPTY, refusal.title(), detail, refusal.facts());
    }

    private static ResponseEntity<ProblemDetail> retryLater(String title, String detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.RETRY_AFTER, SOON);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, headers, title, detail);
    }

    /** The same for a wrong name, a wrong password and a try that came too soon. */
    private static ResponseEntity<ProblemDetail> notSignedIn(HttpServletRequest request) {
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        headers.add(HttpHeaders.WWW_AUTHENTICATE, tried ? BEARER + ", error=\"invalid_token\"" : BEARER);
        return answer(
                HttpStatus.UNAUTHORIZED,
                headers,
                tried ? "You could not be signed in" : "You are not signed in",
                "Nothing is shown to who is not known. Give "
                        + (tried ? "the right" : "your")
                        + " name and password (HTTP Basic) or a token that the Kubernetes API accepts (Bearer). "
                        + "After several wrong passwords, wait a minute.");
    }

    private static ResponseEntity<ProblemDetail> standard(ErrorResponse error) {
        HttpStatusCode status = error.getStatusCode();
        return switch (status.value()) {
            case 404 ->
                answer(status, error.getHeaders(), "There is no such address", "Nothing was looked up. " + DESCRIPTION);
            case 405 ->
                answer(
                        status,
                        error.getHeaders(),
                        "This method is not known here",
                        "Nothing was changed. " + DESCRIPTION);
            case 406 ->
                answer(
                        status,
                        error.getHeaders(),
                        "None of the formats that you accept is known here",
                        "Nothing was looked up. Accept application/json.");
            default ->
                answer(
                        status,
                        error.getHeaders(),
                        "The request cannot be understood",
                        "Nothing was looked up. " + DESCRIPTION);
        };
    }

    private static ResponseEntity<ProblemDetail> unexpected(Exception failure, HttpServletRequest request) {
        log.error("{} could not be answered", request.getRequestURI(), failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The console could not answer",
                "This is an error of the console. Its log says more; please report it.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String title, String detail) {
        return answer(status, HttpHeaders.EMPTY, title, detail);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, HttpHeaders headers, String title, String detail) {
        return answer(status, headers, title, detail, Map.of());
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, HttpHeaders headers, String title, String detail, Map<String, Object> facts) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        facts.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
