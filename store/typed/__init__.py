"""The names of `typing` that our modules say types with, without `typing` itself.

It takes 26 million instructions to import, of which half is `re`: an eighth of a look-up. What
stands in an annotation is never evaluated; the little that is, as `Literal["en", "ar"]` where a
type gets a name, needs no more than is here. To type checkers each is what it is called.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true, whatever it is
if TYPE_CHECKING:
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import Generic as Generic
    from typing import Literal as Literal
    from typing import Protocol as Protocol
    from typing import Self as Self
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import overload as overload
else:
    _Given = type(list[int])

    class _Form:
        """What may be given parameters, and be a base: all that runs of it."""

        __slots__ = ()
        __class_getitem__ = classmethod(_Given)

    class Literal(_Form):
        """Keeps its words, for `typing.get_args`."""

    class TypeVar(_Form):
        """Is made with its bounds, of which nothing is asked."""

        __slots__ = ("__name__",)

        def __init__(self, name: str, *_constraints: object, **_bounds: object) -> None:
            self.__name__ = name

    Any = ClassVar = Final = Generic = Protocol = Self = TextIO = TypeAlias = _Form

    def cast(_type: object, value: object) -> object:
        """The value as it is."""
        return value

    def overload(function: object) -> object:
        """What is replaced by the function itself."""
        return function
