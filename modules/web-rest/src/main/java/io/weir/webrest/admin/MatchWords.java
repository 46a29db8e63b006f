package io.weir.webrest.admin;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.Match;
import io.weir.payments.api.Statements.Proposal;
import io.weir.platform.api.Messages;
import io.weir.webrest.http.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Says in the reader's language why a line may be for a payment. */
@ApplicationScoped
public class MatchWords {
    @Inject
    Messages messages;
    @Inject
    Callers callers;

    ProposalView view(Line line, Proposal proposal) {
        return new ProposalView(proposal.payment().value(), proposal.reference(), word(proposal.match()),
                confidence(proposal.match()), proposal.match().isApprovable(), proposal.asked().major(),
                proposal.asked().currency().getCurrencyCode(), proposal.found(), explanation(line, proposal));
    }

    static String word(Match match) {
        return match.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String confidence(Match match) {
        return switch (match) {
            case EXACT, KNOWN -> "exact";
            case TWICE, LESS, MORE, LIKELY -> "likely";
            case AMOUNT -> "weak";
            case DECIDED, OTHER_CURRENCY -> "none";
        };
    }

    private String explanation(Line line, Proposal proposal) {
        return messages.text(callers.locale(), "MATCH_" + proposal.match().name(), proposal.reference(),
                shown(line.amount()), shown(proposal.asked()), proposal.found().orElse(""));
    }

    private static String shown(Money money) {
        return money.toString();
    }
}
