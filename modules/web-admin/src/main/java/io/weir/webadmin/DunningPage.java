package io.weir.webadmin;

import io.weir.billing.api.Dunning;
import io.weir.billing.api.Dunning.Case;
import io.weir.billing.api.Dunning.Filter;
import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.Dunning.Told;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.AccountAgreements;
import io.weir.platform.api.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who has not paid, what happens next and when; and the story of one invoice ({@code ?invoice=}). */
@Named("dunning")
@RequestScoped
public class DunningPage {
    private static final int MOST_FAILED = 100;

    @Inject
    private Dunning dunning;
    @Inject
    private AccountAgreements agreements;
    @Inject
    private DunningRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;
    @Inject
    private Time time;

    private Page<DunningRows.Row> found;
    private Optional<Told> chosen;
    private String reason;

    @PostConstruct
    void look() {
        chosen = visitor.parameter("invoice").map(id -> dunning.told(visitor.tenantId(), Uuids.parse(id)));
        var before = days().map(days -> time.now(visitor.tenantId()).minus(Duration.ofDays(days)));
        found = dunning.cases(visitor.tenantId(), new Filter(stage(), before), visitor.page()).map(rows::row);
    }

    private Optional<Stage> stage() {
        return visitor.parameter("stage").flatMap(word -> Arrays.stream(Stage.values())
                .filter(stage -> stage.word().equals(word)).findFirst());
    }

    private Optional<Integer> days() {
        return visitor.parameter("days").filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
    }

    public String pause() {
        return because("paused", invoice -> dunning.pause(visitor.tenantId(), invoice, reason));
    }

    public String resume() {
        return decide("resumed", invoice -> dunning.resume(visitor.tenantId(), invoice));
    }

    public String stop() {
        return because("stopped", invoice -> dunning.stop(visitor.tenantId(), invoice, reason));
    }

    public String retry() {
        return decide("retried", invoice -> dunning.retry(visitor.tenantId(), invoice));
    }

    private String because(String what, Function<UUID, Case> verb) {
        if (reason == null || reason.isBlank()) {
            notices.wrong("decide:reason", format.text("required"));
            return null;
        }
        return decide(what, verb);
    }

    private String decide(String what, Function<UUID, Case> verb) {
        return notices.attempt("decide", () -> {
            var now = verb.apply(chosen.orElseThrow().now().invoice());
            notices.done(format.text("dunningDone." + what, now.number(),
                    Optional.of(rows.outcome(now)).filter(said -> !said.isEmpty()).orElse(Format.NOTHING)));
            return "/dunning?faces-redirect=true&invoice=" + now.invoice();
        });
    }

    public List<DunningRows.Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, filters(getStage()));
    }

    public List<Tab> getTabs() {
        return Stream.concat(Stream.of(""), Arrays.stream(Stage.values()).map(Stage::word)).map(word ->
                new Tab(Pages.link(filters(word)), word.isEmpty() ? format.text("dunningRunning")
                        : format.text("dunningStage." + word), word.equals(getStage()) ? "here" : "")).toList();
    }

    private Map<String, String> filters(String stage) {
        return Map.of("stage", stage, "days", getDays());
    }

    public List<Sum> getSums() {
        return dunning.sums(visitor.tenantId()).stream().map(sum -> new Sum(format.text("dunningStage."
                + sum.stage().word()), format.money(sum.due()), format.text("dunningCases", sum.cases()))).toList();
    }

    /** Whose charge failed at their gateways. */
    public List<DunningRows.Failed> getFailed() {
        return agreements.pastDue(visitor.tenantId(), MOST_FAILED).stream().map(rows::failed).toList();
    }

    public DunningRows.Row getChosen() {
        return chosen.map(told -> rows.row(told.now())).orElse(null);
    }

    public List<DunningRows.Line> getStory() {
        return chosen.map(told -> told.events().stream().map(rows::line).toList()).orElse(List.of());
    }

    public String getStage() {
        return stage().map(Stage::word).orElse("");
    }

    public String getDays() {
        return days().map(String::valueOf).orElse("");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** A stage as a filter. */
    public record Tab(String link, String text, String style) {
    }

    /** What is due in a stage. */
    public record Sum(String stage, String due, String cases) {
    }
}
