package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;

/** A deadline in JSON: twelve numbers side by side (go-state-types: dline/deadline.go). */
record DeadlineForm(
        long currentEpoch,
        long periodStart,
        long index,
        long open,
        long close,
        long challenge,
        long faultCutoff,
        @JsonProperty("WPoStPeriodDeadlines") long deadlines,
        @JsonProperty("WPoStProvingPeriod") long period,
        @JsonProperty("WPoStChallengeWindow") long window,
        @JsonProperty("WPoStChallengeLookback") long lookback,
        long faultDeclarationCutoff) {

    /** Says that deadlines are written and read in this form. */
    @JsonSerialize(converter = ToForm.class)
    @JsonDeserialize(converter = FromForm.class)
    interface Mixin {
    }

    static final class ToForm extends StdConverter<DeadlineInfo, DeadlineForm> {
        @Override
        public DeadlineForm convert(DeadlineInfo deadline) {
            ProvingSchedule schedule = deadline.schedule();
            return new DeadlineForm(deadline.currentEpoch(), deadline.periodStart(), deadline.index(), deadline.open(),
                    deadline.close(), deadline.challenge(), deadline.faultCutoff(), schedule.deadlines(),
                    schedule.period(), schedule.window(), schedule.lookback(), schedule.faultCutoff());
        }
    }

    static final class FromForm extends StdConverter<DeadlineForm, DeadlineInfo> {
        @Override
        public DeadlineInfo convert(DeadlineForm form) {
            var schedule = new ProvingSchedule(form.period, form.deadlines, form.window, form.lookback,
                    form.faultDeclarationCutoff);
            return new DeadlineInfo(schedule, form.currentEpoch, form.periodStart, form.index, form.open, form.close,
                    form.challenge, form.faultCutoff);
        }
    }
}
