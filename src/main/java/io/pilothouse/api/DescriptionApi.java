package io.pilothouse.api;

import io.pilothouse.api.json.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The description of this API (OpenAPI 3.1), and the answer at addresses that it does not name. */
@RestController
class DescriptionApi {

    private static final Resource DESCRIPTION = new ClassPathResource("api/openapi.json");

    @GetMapping(path = Addresses.BASE + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return DESCRIPTION;
    }

    /** Else the console's pages would answer, in HTML. */
    @RequestMapping({"/api", "/api/**"})
    void elsewhere(HttpServletRequest request) throws NoResourceFoundException {
        throw new NoResourceFoundException(
                HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
    }
}
