package io.pilothouse.api;

import io.pilothouse.api.json.Addresses;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this API (OpenAPI 3.1). */
@RestController
class DescriptionApi {

    private static final Resource DESCRIPTION = new ClassPathResource("api/openapi.json");

    @GetMapping(path = Addresses.BASE + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return DESCRIPTION;
    }
}
