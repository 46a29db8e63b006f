package io.weir.systemtests.notices;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A tenant's clock as its administrator moves it. Who moves it signs in each time: tokens run out by it. */
record TenantTime(RunningWeir weir, String tenant) {
    Api administrator() {
        return weir.api(tenant).administrator();
    }

    Instant now() {
        return Instant.parse(read().text("now"));
    }

    Api.Answer read() {
        return administrator().get("/api/admin/clock").expect(200);
    }

    /** Waits until it has arrived. */
    List<Happened> by(String period) {
        return arrived(administrator().post("/api/admin/clock/advance", Map.of("by", period)));
    }

    List<Happened> to(Instant moment) {
        return arrived(administrator().post("/api/admin/clock/advance", Map.of("to", moment.toString())));
    }

    private List<Happened> arrived(Api.Answer answer) {
        if (answer.status() != 202) {
            return happened(answer.expect(200));
        }
        return happened(Api.eventually(this::read, read -> !read.json().has("target")));
    }

    static List<Happened> happened(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("applied").spliterator(), false)
                .map(entry -> new Happened(Instant.parse(entry.path("at").asText()), entry.path("kind").asText(),
                        entry.path("subject").asText(), entry.path("account").asText())).toList();
    }

    /** What the clock's journal tells. */
    record Happened(Instant at, String kind, String subject, String account) {
    }
}
