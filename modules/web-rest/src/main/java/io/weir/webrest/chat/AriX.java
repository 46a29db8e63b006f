package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The wire of the AriX server: it takes what our own clients send and answers what they get. */
@Path("/api/chat")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AriX {
    @POST
    JsonNode chat(Ask ask);

    /** The body. */
    record Ask(String message, String model) {
    }
}
