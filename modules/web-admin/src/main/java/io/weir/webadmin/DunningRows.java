package io.weir.webadmin;

import io.weir.billing.api.Dunning.Case;
import io.weir.billing.api.Dunning.Declined;
import io.weir.billing.api.Dunning.Event;
import io.weir.payments.api.Agreement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Invoices that are gone after, as they are shown. */
@RequestScoped
public class DunningRows {
    @Inject
    private Format format;
    @Inject
    private Names names;

    Row row(Case one) {
        var stage = one.stage().word();
        return new Row(one.invoice().toString(), one.number(), one.account().toString(),
                names.customer(one.account()).name(), stage, format.text("dunningStage." + stage), one.paused(),
                one.stage().isOver(), format.money(one.due()),
                one.dueAt().map(format::day).orElse(Format.NOTHING),
                one.next().map(next -> format.text("dunningStep." + next.step())).orElse(""),
                one.next().map(next -> format.time(next.at())).orElse(""), one.attempts(),
                outcome(one));
    }

    String outcome(Case one) {
        return one.outcome().map(word -> tried(word, one.declined())).orElse("");
    }

    private String tried(String word, Optional<Declined> declined) {
        return format.word("dunningOutcome", word) + declined.map(why -> ": " + format.word("declined", why.code())
                + why.card().map(card -> " · " + format.text("dunningCard", card)).orElse("")).orElse("");
    }

    Line line(Event event) {
        return new Line(format.time(event.at()), format.word("dunningEvent", event.what()),
                event.words().map(words -> event.what().equals("retry") ? tried(words, event.declined())
                        : format.word("dunningTaken", words)).orElse(""));
    }

    Failed failed(Agreement agreement) {
        return new Failed(agreement.account().toString(), names.customer(agreement.account()).name(),
                agreement.product(), format.word("gateway", agreement.gateway()), format.time(agreement.paidUntil()));
    }

    /** An agreement whose charge failed. */
    public record Failed(String account, String customer, String plan, String gateway, String paidUntil) {
    }

    /** {@code next} and {@code outcome} are empty for nothing. */
    public record Row(String id, String number, String account, String customer, String stage, String stageText,
            boolean paused, boolean over, String due, String dueAt, String next, String nextAt, int attempts,
            String outcome) {
        public boolean isPaused() {
            return paused;
        }

        public boolean isOver() {
            return over;
        }
    }

    /** A line of the story. */
    public record Line(String at, String what, String words) {
    }
}
