"""Days of a month by their weekday: 첫째 토요일, the last Friday."""

from dataclasses import dataclass

from indexing.language.temporal.intervals import Interval, nth_weekday


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The day of a month by its weekday: 첫째 토요일, the last Friday.

    "둘째 주 토요일" is the second Saturday, too; it is ambiguous where the second row of a calendar with weeks from
    Monday has another one.

    Attributes:
        nth: 1 to 4, which every month has, or -1 for the last.
        weekday: Monday 0 to Sunday 6.
        of_week: whether the words count weeks, not weekdays.
    """

    nth: int
    weekday: int
    of_week: bool = False

    def day_of(self, month: Interval) -> Interval:
        """That day of a month."""
        return nth_weekday(month, self.nth, self.weekday)

    def is_unsure(self, month: Interval) -> bool:
        """Whether the weeks of the month, counted as rows of a calendar, have another such day."""
        first_row_lacks_it = month.first.weekday() > self.weekday
        last_row_lacks_it = month.last.weekday() < self.weekday
        return self.of_week and (first_row_lacks_it if self.nth > 0 else last_row_lacks_it)
