package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.UsageEvents.Ack;
import io.weir.webrest.metering.EventReading.ReadEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What became of each event, by its place in the request. {@code accepted} and {@code duplicates} are numbers of
 * events; {@code rejected} lists those that were not counted, conflicts among them.
 */
public record EventsAnswer(int accepted, int duplicates, List<Rejection> rejected, List<Result> results) {

    /** @param words puts a refusal into the caller's language */
    static EventsAnswer of(List<ReadEvent> events, List<Ack> acks, Function<Refusal, String> words) {
        var tally = new Tally(new ArrayList<>(), new ArrayList<>(), words);
        Iterator<Ack> answers = acks.iterator();
        for (var event : events) {
            if (event instanceof ReadEvent.Unreadable unreadable) {
                tally.reject(unreadable.refusal());
            } else {
                tally.add(answers.next());
            }
        }
        return tally.answer();
    }

    /** Why an event was not counted. */
    public record Rejection(int index, String code, String message) {
    }

    /** {@code status}: accepted, duplicate, conflict or rejected; {@code usageId} where the event is usage. */
    public record Result(int index, String status, Optional<UUID> usageId) {
    }

    private record Tally(List<Result> results, List<Rejection> rejected, Function<Refusal, String> words) {
        void add(Ack ack) {
            if (ack instanceof Ack.Accepted accepted) {
                result("accepted", Optional.of(accepted.usage()));
            } else if (ack instanceof Ack.Duplicate duplicate) {
                result("duplicate", Optional.of(duplicate.usage()));
            } else if (ack instanceof Ack.Conflict conflict) {
                refuse(Refusal.conflict("EVENT_CONFLICT"), "conflict", Optional.of(conflict.usage()));
            } else if (ack instanceof Ack.Rejected no) {
                reject(Refusal.invalid(no.code()));
            } else {
                throw new IllegalStateException("an event without a fate");
            }
        }

        void reject(Refusal refusal) {
            refuse(refusal, "rejected", Optional.empty());
        }

        EventsAnswer answer() {
            return new EventsAnswer(count("accepted"), count("duplicate"), rejected, results);
        }

        private void refuse(Refusal refusal, String status, Optional<UUID> usage) {
            rejected.add(new Rejection(results.size(), refusal.code(), words.apply(refusal)));
            result(status, usage);
        }

        private void result(String status, Optional<UUID> usage) {
            results.add(new Result(results.size(), status, usage));
        }

        private int count(String status) {
            return (int) results.stream().filter(r -> r.status().equals(status)).count();
        }
    }
}
